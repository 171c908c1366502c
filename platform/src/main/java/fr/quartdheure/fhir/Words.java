package fr.quartdheure.fhir;

/** Names as people type them: without accents and capitals, from their beginning or anywhere. */
final class Words {

    private Words() {}

    /**
     * The patterns of a parameter as the first part of a statement, made plain once and not at every row: {@code with
     * %s select … where not exists (select from name where not plain_name like any (name.patterns))}.
     *
     * @param name of the part and of the parameter, which {@link Asked#words} fills
     */
    static String wanted(String name) {
        return """
                %1$s as materialized (
                  select array_agg(case left(one.word, 1) when '*' then '%%' else '' end
                    || database.plain(substr(one.word, 2)) || '%%') as patterns
                  from unnest(:%1$s::text[]) with ordinality as asked (words, number)
                  cross join unnest(string_to_array(asked.words, chr(31))) as one (word)
                  group by asked.number)
                """.formatted(name);
    }
}
