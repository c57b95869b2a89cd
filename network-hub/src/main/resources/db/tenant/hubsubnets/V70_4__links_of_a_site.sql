-- A network has as many ends of links as pairs of sites: those of one site are found without reading them all.
create index subnetwork_link_at on subnetwork_link (at_wwwroot);
create index subnetwork_link_about on subnetwork_link (about_wwwroot);
create index subnetwork_link_state on subnetwork_link (state);
