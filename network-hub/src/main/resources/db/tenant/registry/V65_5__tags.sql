create table member_tag (
    wwwroot  varchar(255) not null references member (wwwroot),
    tag      varchar(40)  not null,
    primary key (wwwroot, tag)
);
create index member_tag_by_tag on member_tag (tag);
