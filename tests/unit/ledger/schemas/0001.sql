BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE claims (
	sequence INTEGER NOT NULL, 
	id VARCHAR(16) NOT NULL, 
	document_id VARCHAR(16) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	subject TEXT NOT NULL, 
	object TEXT, 
	method VARCHAR(64) NOT NULL, 
	event_from VARCHAR(10), 
	event_until VARCHAR(10), 
	published_from VARCHAR(10), 
	published_until VARCHAR(10), 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (sequence), 
	UNIQUE (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "claims" VALUES(1,'af1dfb55f9017665','9eb4f006d65bf9c1','seats','dawn',NULL,'diary',NULL,NULL,'2031-05-20','2031-05-21','{"kind": "seats", "subject": "Dawn", "object": null, "value": 47, "total": 120, "polarity": "affirmed", "modality": "actual", "source": "article", "date": null, "quote": "Dawn | seats | 47 of 120", "document": "9eb4f006d65bf9c1", "start": 36, "end": 60, "prefix": "rt 0 of the Herald, 2031-05-20.\n", "suffix": "\nHarbour | seats | 30", "attribution": [], "event_words": null, "event_reason": "", "subject_id": "dawn", "subject_kind": "electoral-alliance", "method": "diary", "certainty": 1.0, "reported": "2031-05-20", "id": "af1dfb55f9017665"}','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "claims" VALUES(2,'56150ff929e59156','9eb4f006d65bf9c1','seats','harbour',NULL,'diary',NULL,NULL,'2031-05-20','2031-05-21','{"kind": "seats", "subject": "Harbour", "object": null, "value": 30, "total": null, "polarity": "affirmed", "modality": "actual", "source": "article", "date": null, "quote": "Harbour | seats | 30", "document": "9eb4f006d65bf9c1", "start": 61, "end": 81, "prefix": "05-20.\nDawn | seats | 47 of 120\n", "suffix": "", "attribution": [], "event_words": null, "event_reason": "", "subject_id": "harbour", "subject_kind": "party-list", "method": "diary", "certainty": 1.0, "reported": "2031-05-20", "id": "56150ff929e59156"}','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "claims" VALUES(3,'d63e163108ed3be2','b4efc0adc2efd94c','seats','dawn',NULL,'diary',NULL,NULL,'2031-05-20','2031-05-21','{"kind": "seats", "subject": "Dawn", "object": null, "value": 47, "total": 120, "polarity": "affirmed", "modality": "actual", "source": "article", "date": null, "quote": "Dawn | seats | 47 of 120", "document": "b4efc0adc2efd94c", "start": 36, "end": 60, "prefix": "rt 1 of the Mirror, 2031-05-20.\n", "suffix": "", "attribution": [], "event_words": null, "event_reason": "", "subject_id": "dawn", "subject_kind": "electoral-alliance", "method": "diary", "certainty": 1.0, "reported": "2031-05-20", "id": "d63e163108ed3be2"}','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "claims" VALUES(4,'071833d36d6070ec','37b2d7a968f38505','meets','dawn','harbour','diary',NULL,NULL,'2031-05-01','2031-06-01','{"kind": "meets", "subject": "Dawn", "object": "Harbour", "value": null, "total": null, "polarity": "denied", "modality": "actual", "source": "two aides", "date": null, "quote": "Dawn | meets | Harbour | denied | by anonymous two aides", "document": "37b2d7a968f38505", "start": 31, "end": 87, "prefix": "Report 2 of the Post, 2031-05.\n", "suffix": "", "attribution": [{"name": "two aides", "role": "speaker", "anonymous": true, "id": null, "description": ""}], "event_words": null, "event_reason": "", "subject_id": "dawn", "subject_kind": "electoral-alliance", "object_id": "harbour", "object_kind": "party-list", "method": "diary", "certainty": 1.0, "reported": "2031-05", "id": "071833d36d6070ec"}','2031-06-01T00:00:00.000000+00:00');
CREATE TABLE documents (
	sequence INTEGER NOT NULL, 
	id VARCHAR(16) NOT NULL, 
	address TEXT NOT NULL, 
	outlet TEXT, 
	headline TEXT, 
	published_from VARCHAR(10), 
	published_until VARCHAR(10), 
	text TEXT NOT NULL, 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	run_id INTEGER NOT NULL, 
	PRIMARY KEY (sequence), 
	UNIQUE (id), 
	FOREIGN KEY(run_id) REFERENCES runs (id)
);
INSERT INTO "documents" VALUES(1,'9eb4f006d65bf9c1','Herald-0.txt','Herald',NULL,'2031-05-20','2031-05-21','Report 0 of the Herald, 2031-05-20.
Dawn | seats | 47 of 120
Harbour | seats | 30','{"address": "Herald-0.txt", "also_at": [], "blocks": [{"end": 81, "role": "paragraph", "start": 0}], "byline": null, "credits": [], "dropped": [], "headline": null, "id": "9eb4f006d65bf9c1", "outlet": {"certainty": 1.0, "evidence": "", "kind": null, "name": "Herald"}, "place": null, "published": {"certainty": 1.0, "date_source": "date line", "evidence": "2031-05-20", "period": "2031-05-20", "reason": "stated"}, "section": null}','2031-06-01T00:00:00.000000+00:00',1);
INSERT INTO "documents" VALUES(2,'b4efc0adc2efd94c','Mirror-1.txt','Mirror',NULL,'2031-05-20','2031-05-21','Report 1 of the Mirror, 2031-05-20.
Dawn | seats | 47 of 120','{"address": "Mirror-1.txt", "also_at": [], "blocks": [{"end": 60, "role": "paragraph", "start": 0}], "byline": null, "credits": [], "dropped": [], "headline": null, "id": "b4efc0adc2efd94c", "outlet": {"certainty": 1.0, "evidence": "", "kind": null, "name": "Mirror"}, "place": null, "published": {"certainty": 1.0, "date_source": "date line", "evidence": "2031-05-20", "period": "2031-05-20", "reason": "stated"}, "section": null}','2031-06-01T00:00:00.000000+00:00',1);
INSERT INTO "documents" VALUES(3,'37b2d7a968f38505','Post-2.txt','Post',NULL,'2031-05-01','2031-06-01','Report 2 of the Post, 2031-05.
Dawn | meets | Harbour | denied | by anonymous two aides','{"address": "Post-2.txt", "also_at": [], "blocks": [{"end": 87, "role": "paragraph", "start": 0}], "byline": null, "credits": [], "dropped": [], "headline": null, "id": "37b2d7a968f38505", "outlet": {"certainty": 1.0, "evidence": "", "kind": null, "name": "Post"}, "place": null, "published": {"certainty": 1.0, "date_source": "date line", "evidence": "2031-05", "period": "2031-05", "reason": "stated"}, "section": null}','2031-06-01T00:00:00.000000+00:00',1);
CREATE TABLE judgements (
	sequence INTEGER NOT NULL, 
	verdict VARCHAR(16) NOT NULL, 
	about TEXT NOT NULL, 
	other TEXT, 
	reason TEXT NOT NULL, 
	judged_by TEXT NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (sequence)
);
INSERT INTO "judgements" VALUES(1,'reject','af1dfb55f9017665',NULL,'misread','mb','2031-06-02T00:00:00.000000+00:00');
CREATE TABLE read_claims (
	sequence INTEGER NOT NULL, 
	reading INTEGER NOT NULL, 
	claim_id VARCHAR(16) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (sequence), 
	UNIQUE (reading, claim_id), 
	FOREIGN KEY(reading) REFERENCES readings (sequence), 
	FOREIGN KEY(claim_id) REFERENCES claims (id)
);
INSERT INTO "read_claims" VALUES(1,2,'af1dfb55f9017665','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "read_claims" VALUES(2,2,'56150ff929e59156','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "read_claims" VALUES(3,3,'d63e163108ed3be2','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "read_claims" VALUES(4,1,'071833d36d6070ec','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "read_claims" VALUES(5,4,'af1dfb55f9017665','2031-06-03T00:00:00.000000+00:00');
CREATE TABLE readings (
	sequence INTEGER NOT NULL, 
	document_id VARCHAR(16) NOT NULL, 
	method VARCHAR(64) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (sequence), 
	UNIQUE (document_id, method), 
	FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "readings" VALUES(1,'37b2d7a968f38505','diary/1','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "readings" VALUES(2,'9eb4f006d65bf9c1','diary/1','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "readings" VALUES(3,'b4efc0adc2efd94c','diary/1','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "readings" VALUES(4,'9eb4f006d65bf9c1','diary/2','2031-06-03T00:00:00.000000+00:00');
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	method VARCHAR(64) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "runs" VALUES(1,'diary/1','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "runs" VALUES(2,'diary/2','2031-06-03T00:00:00.000000+00:00');
CREATE TABLE stories (
	sequence INTEGER NOT NULL, 
	story_id VARCHAR(16) NOT NULL, 
	document_id VARCHAR(16) NOT NULL, 
	position INTEGER NOT NULL, 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (sequence), 
	FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "stories" VALUES(1,'story-0','9eb4f006d65bf9c1',0,'[{"containment": 0.8, "document_id": "9eb4f006d65bf9c1", "kind": "copy", "other_id": "b4efc0adc2efd94c"}]','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "stories" VALUES(2,'story-0','b4efc0adc2efd94c',1,'[{"containment": 0.8, "document_id": "9eb4f006d65bf9c1", "kind": "copy", "other_id": "b4efc0adc2efd94c"}]','2031-06-01T00:00:00.000000+00:00');
INSERT INTO "stories" VALUES(3,'story-2','37b2d7a968f38505',0,'[]','2031-06-01T00:00:00.000000+00:00');
CREATE INDEX claims_by_document ON claims (document_id);
CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'the ledger only grows: UPDATE is refused'); END;
CREATE TRIGGER runs_no_delete BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'the ledger only grows: DELETE is refused'); END;
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'the ledger only grows: UPDATE is refused'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'the ledger only grows: DELETE is refused'); END;
CREATE TRIGGER stories_no_update BEFORE UPDATE ON stories BEGIN SELECT RAISE(ABORT, 'the ledger only grows: UPDATE is refused'); END;
CREATE TRIGGER stories_no_delete BEFORE DELETE ON stories BEGIN SELECT RAISE(ABORT, 'the ledger only grows: DELETE is refused'); END;
CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'the ledger only grows: UPDATE is refused'); END;
CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'the ledger only grows: DELETE is refused'); END;
CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'the ledger only grows: UPDATE is refused'); END;
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'the ledger only grows: DELETE is refused'); END;
CREATE TRIGGER read_claims_no_update BEFORE UPDATE ON read_claims BEGIN SELECT RAISE(ABORT, 'the ledger only grows: UPDATE is refused'); END;
CREATE TRIGGER read_claims_no_delete BEFORE DELETE ON read_claims BEGIN SELECT RAISE(ABORT, 'the ledger only grows: DELETE is refused'); END;
CREATE TRIGGER judgements_no_update BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'the ledger only grows: UPDATE is refused'); END;
CREATE TRIGGER judgements_no_delete BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'the ledger only grows: DELETE is refused'); END;
COMMIT;
