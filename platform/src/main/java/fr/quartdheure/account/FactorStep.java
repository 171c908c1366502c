package fr.quartdheure.account;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The second half of a sign-in, with the same care for session and tokens as the first. */
final class FactorStep extends AbstractHttpConfigurer<FactorStep, HttpSecurity> {

    private final FactorAnswers answers;
    private final RequestCache cache;

    FactorStep(FactorAnswers answers, RequestCache cache) {
        this.answers = answers;
        this.cache = cache;
    }

    @Override
    public void configure(HttpSecurity http) {
        var filter = new Filter(answers);
        filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
        filter.setAuthenticationSuccessHandler(
                (request, response, who) -> answers.welcome(request, response, who, cache));
        filter.setAuthenticationFailureHandler(answers::refuse);
        http.addFilterBefore(filter, AnonymousAuthenticationFilter.class);
    }

    private static final class Filter extends AbstractAuthenticationProcessingFilter {

        private final FactorAnswers answers;

        Filter(FactorAnswers answers) {
            super(new OrRequestMatcher(
                    withDefaults().matcher(HttpMethod.POST, HalfSignedIn.CODE_PAGE),
                    withDefaults().matcher(HttpMethod.POST, HalfSignedIn.SET_UP_PAGE)));
            this.answers = answers;
            setAuthenticationManager(who -> who);
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            return answers.judge(request);
        }
    }
}
