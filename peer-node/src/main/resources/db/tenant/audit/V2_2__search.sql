create index audit_by_time on audit (at);
create index audit_by_peer on audit (peer);
create index audit_by_trace on audit (trace);
