"""How Indonesian is analysed. Pure Python: the same tokens go into both engines and come out of every question.

`words` cuts text into words, `stemming` brings a word to its root, `vocabulary` knows stopwords and synonyms,
`question` turns what somebody typed into concepts, `snippet` shows where a document answers.
"""

# Part of every document's content hash: raise it whenever the same text would be analysed otherwise, and the next
# sweep renews the whole index by itself.
ANALYSIS_VERSION = 1
