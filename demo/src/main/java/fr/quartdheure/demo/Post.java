package fr.quartdheure.demo;

import java.util.List;

/** What one practitioner does at one site; several posts may make up one role. */
record Post(
        String practitionerKey,
        String siteKey,
        String service,
        String rhythm,
        boolean acceptsNewPatients,
        boolean acceptsRegistrations,
        String demand,
        List<String> sharedWith) {

    static List<Post> list() {
        return Table.read(
                "posts.csv",
                row -> new Post(
                        row.text("practitioner"),
                        row.text("site"),
                        row.text("service"),
                        row.text("rhythm"),
                        row.yes("new_patients"),
                        row.yes("registrations"),
                        row.text("demand"),
                        row.list("shared_with")));
    }

    Role role() {
        return new Role(practitionerKey, siteKey, acceptsNewPatients, acceptsRegistrations);
    }
}
