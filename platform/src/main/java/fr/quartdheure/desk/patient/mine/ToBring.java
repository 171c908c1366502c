package fr.quartdheure.desk.patient.mine;

import java.util.ArrayList;
import java.util.List;

/** What somebody brings to an appointment, as keys of messages: by the service alone, which tells nothing of why. */
final class ToBring {

    private ToBring() {}

    static List<String> to(String service, boolean forChild) {
        List<String> keys = new ArrayList<>();
        keys.add("mine.bring.vitale");
        if (forChild) {
            keys.add("mine.bring.child");
        }
        switch (service) {
            case "nursing", "physiotherapy", "podiatry" -> keys.add("mine.bring.order");
            case "social-support" -> keys.add("mine.bring.papers");
            case "psychology" -> keys.add("mine.bring.letter");
            default -> {
                keys.add("mine.bring.prescriptions");
                keys.add("mine.bring.results");
            }
        }
        if (service.equals("physiotherapy")) {
            keys.add("mine.bring.images");
        }
        if (service.equals("teleconsultation")) {
            keys.add("mine.bring.phone");
        }
        return keys;
    }
}
