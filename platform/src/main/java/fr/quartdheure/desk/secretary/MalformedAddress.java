package fr.quartdheure.desk.secretary;

import fr.quartdheure.desk.ui.Screens;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A day or an id that is none leads to no page; before the answer in JSON that the framework has for it. */
@ControllerAdvice(basePackages = "fr.quartdheure.desk.secretary")
@Order(Ordered.HIGHEST_PRECEDENCE)
class MalformedAddress {

    private final Screens screens;

    MalformedAddress(Screens screens) {
        this.screens = screens;
    }

    @ExceptionHandler({BindException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<byte[]> absent(HttpServletRequest request) {
        return screens.show(request, DayBoardPage.ABSENT);
    }
}
