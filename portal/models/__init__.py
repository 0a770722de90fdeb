from portal.models.user import User

__all__ = ["User"]
