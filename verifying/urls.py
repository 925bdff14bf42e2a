from publishing.interface import page
from verifying import views

urlpatterns = [page("verify/", views.verify_page, name="verify")]
