"""From checked pages to a folder that any web server can serve: assets by fingerprint, one policy, and what
finds and keeps the guide.
"""
