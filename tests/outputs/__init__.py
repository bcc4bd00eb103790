"""Whether two commits make the same of the same stories, byte for byte."""
