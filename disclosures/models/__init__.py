"""The register and what else is made public."""
