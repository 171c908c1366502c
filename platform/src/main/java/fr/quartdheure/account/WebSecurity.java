package fr.quartdheure.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Which path is open to whom; what is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String[] OPEN = {
        "/",
        "/search/**",
        "/map/**",
        "/book/**",
        "/appointments/**",
        "/manage/**",
        "/me/**",
        "/registration/**",
        "/medecin-traitant",
        "/sites/**",
        "/practitioners/**",
        "/communes/**",
        "/scenarios/*",
        "/about",
        "/accessibility",
        "/privacy",
        "/emergency",
        "/login",
        "/login/factor",
        "/login/invitation/*",
        "/assets/**",
        "/webjars/**",
        "/error",
        "/favicon.ico",
        "/demo/**",
        "/opendata",
        "/actuator/health/**"
    };
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';"
                    + " object-src 'none'";

    /** Camera and the like are for the pages of rooms and booths, which set their own header. */
    private static final String PERMISSIONS = "camera=(), microphone=(), bluetooth=(), geolocation=(self)";

    /** Interfaces for software know no cookie, so there is nothing that another site could ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http) {
        return http.securityMatcher("/api/v1/**", "/fhir/**", "/oauth2/**", "/.well-known/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(WebSecurity::headers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(HttpSecurity http, LoginAnswers answers, FactorAnswers factor, Clock clock) {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(StaffPaths::opened);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/secretary/**")
                        .hasAnyRole(Role.SECRETARY.name(), Role.COORDINATOR.name())
                        .requestMatchers("/practitioner/**")
                        .hasRole(Role.PRACTITIONER.name())
                        .requestMatchers("/regulator/**")
                        .hasRole(Role.REGULATOR.name())
                        .requestMatchers("/steering/**")
                        .hasAnyRole(Role.PLANNER.name(), Role.COORDINATOR.name(), Role.ADMINISTRATOR.name())
                        .requestMatchers("/admin/traces", "/admin/traces.csv")
                        .hasRole(Role.AUDITOR.name())
                        .requestMatchers("/admin/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .requestMatchers(HalfSignedIn.SET_UP_PAGE)
                        .access(HalfSignedIn::mayEnter)
                        .anyRequest()
                        .access(CurrentAccount::mayEnter))
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler((request, response, who) -> answers.welcome(request, response, who, cache))
                        .failureHandler(answers::refuse))
                .with(new FactorStep(factor, cache), step -> {})
                .logout(logout -> logout.addLogoutHandler(answers::farewell).logoutSuccessUrl("/"))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .requestCache(requests -> requests.requestCache(cache))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(WebSecurity::askToSignIn)
                        .accessDeniedHandler(WebSecurity::refuse))
                .addFilterBefore(new SessionEnd(clock), LogoutFilter.class)
                .headers(WebSecurity::headers)
                .build();
    }

    /** In a cookie rather than in a session: a visitor who only looks must not cost a row of the database. */
    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setHeaderName("X-CSRF-TOKEN");
        repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return repository;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** Programs cache what they fetch as the file itself says. */
    static void fileHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers(headers);
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (StaffPaths.contains(request.getRequestURI()) && StaffPaths.wantsPage(request)) {
            response.sendRedirect("/login");
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** What somebody may not see looks to her as if it did not exist. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean forged = why instanceof CsrfException;
        var half = HalfSignedIn.find();
        if (!forged && half.isPresent() && StaffPaths.opened(request)) {
            response.sendRedirect(half.get().page());
            return;
        }
        response.sendError(forged ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }
}
