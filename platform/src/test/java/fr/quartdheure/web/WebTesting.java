package fr.quartdheure.web;

import org.springframework.context.support.StaticMessageSource;
import tools.jackson.databind.json.JsonMapper;

/** Pieces that tests of this module share. */
final class WebTesting {

    private WebTesting() {}

    static Problems problems() {
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new Problems(messages, JsonMapper.builder().build());
    }
}
