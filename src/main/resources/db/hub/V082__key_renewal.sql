-- People whose match keys are of an older derivation: asked for by every search for candidates, and by what writes the keys anew.
create index person_keys_version on hub.person (keys_version, program);
