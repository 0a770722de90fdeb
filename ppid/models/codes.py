"""The e-mailed one-time code that opens letters and private parts of a case to its applicant."""

from django.db import models

from ppid.models.cases import Case


class SignInCode(models.Model):
    """Six digits, kept as a digest, good for 15 minutes, five attempts, one use."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sign_in_codes")
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    attempts_left = models.PositiveSmallIntegerField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=("case", "-created_at"), name="newest_code_of_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.expires_at:%H:%M}"
