"""/komisi/: the reading room of the information commission's reviewers. Never inside the CMS; it only reads."""
