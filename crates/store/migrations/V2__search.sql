-- Words that people are found by. Contentless: the row's number leads back to the document, and
-- the index is made anew from the documents after every migration.
CREATE VIRTUAL TABLE employee_search USING fts5 (
    name, nip, jabatan,
    content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE note_search USING fts5 (
    text, tags,
    content = '', contentless_delete = 1, prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
