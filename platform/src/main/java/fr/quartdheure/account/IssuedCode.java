package fr.quartdheure.account;

/** A code in clear, for the message that carries it and for nothing else. */
public record IssuedCode(Channel channel, String contact, String code) {

    @Override
    public String toString() {
        return "IssuedCode[" + channel + "]";
    }
}
