package fr.quartdheure.territory;

import fr.quartdheure.geo.Departments;
import fr.quartdheure.intake.Intake;
import fr.quartdheure.intake.Remark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the facts of one file of hospitals stand. Not thread-safe. */
final class HospitalShelf implements Intake.Shelf<HospitalShelf.Fact> {

    /** An establishment that the file tells of, or that it leaves out. */
    record Fact(Establishment establishment, boolean gone) {

        static Fact standing(Establishment establishment) {
            return new Fact(establishment, false);
        }

        /** What a file that names this one is complete for. */
        private String scope() {
            return establishment.kind().code() + " " + Departments.ofCommune(establishment.communeCode());
        }
    }

    private final Establishments establishments;
    private final HospitalRows rows;
    private int gone;

    HospitalShelf(Establishments establishments, HospitalRows rows) {
        this.establishments = establishments;
        this.rows = rows;
    }

    List<Remark> remarks() {
        var remarks = new ArrayList<Remark>();
        if (rows.annexes() > 0) {
            remarks.add(Remark.of("import.remark.annexes", rows.annexes()));
        }
        if (gone > 0) {
            remarks.add(Remark.of("import.remark.closed", gone));
        }
        return remarks;
    }

    @Override
    public String key(Fact fact) {
        return fact.establishment().kind().code() + " " + fact.establishment().code();
    }

    @Override
    public Map<String, Fact> known() {
        var known = new HashMap<String, Fact>();
        establishments.list().stream().map(Fact::standing).forEach(fact -> known.put(key(fact), fact));
        return known;
    }

    @Override
    public Collection<Fact> implied(Collection<Fact> found, Map<String, Fact> known) {
        if (rows.anyRefused()) {
            return List.of();
        }
        var said = new HashSet<String>();
        found.forEach(fact -> said.add(key(fact)));
        var scopes = found.stream().map(Fact::scope).collect(Collectors.toSet());
        List<Fact> left = known.values().stream()
                .filter(fact -> fact.establishment().teller() == rows.teller())
                .filter(fact -> scopes.contains(fact.scope()) && !said.contains(key(fact)))
                .map(fact -> new Fact(fact.establishment(), true))
                .toList();
        gone = left.size();
        return left;
    }

    @Override
    public void saveAll(Collection<Fact> facts) {
        establishments.removeAll(of(facts, true));
        establishments.saveAll(of(facts, false));
    }

    private static List<Establishment> of(Collection<Fact> facts, boolean gone) {
        return facts.stream()
                .filter(fact -> fact.gone() == gone)
                .map(Fact::establishment)
                .toList();
    }
}
