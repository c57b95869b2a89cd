-- How many of something were there, as last seen on the day.
create table report_stock (
    on_day date        not null,
    figure varchar(40) not null,
    n      bigint      not null,
    primary key (on_day, figure)
);
