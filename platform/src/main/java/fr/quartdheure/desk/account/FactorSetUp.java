package fr.quartdheure.desk.account;

import fr.quartdheure.factor.Proposal;
import fr.quartdheure.factor.QrCode;

/** What the page shows on which somebody sets up her authenticator app. */
public record FactorSetUp(FactorForm form, Proposal proposal, QrCode picture) {

    static FactorSetUp of(FactorForm form, Proposal proposal) {
        return new FactorSetUp(form, proposal, QrCode.of(proposal.uri(form.login())));
    }
}
