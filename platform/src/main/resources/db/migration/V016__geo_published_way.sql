-- How long the way is from a commune or district to a place, for those who look for something at all places within reach.
create view geo.published_way as
  select origin_code, place_id, minutes from geo.travel;
