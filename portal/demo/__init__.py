"""A believable, invented body: Kabupaten Tirta Raya. Loaded by `manage.py demo` through the same actions as real work."""
