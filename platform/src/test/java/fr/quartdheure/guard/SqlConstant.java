package fr.quartdheure.guard;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** A statement that stands as a constant of a main class. */
record SqlConstant(Class<?> owner, String name, String sql) {

    /** Lower-case keywords, as the house writes them: an English sentence begins with a capital. */
    private static final Pattern STATEMENT =
            Pattern.compile("(?s)\\A\\s*(?:--[^\\n]*\\n\\s*)*(?:select\\s|insert\\s+into\\s"
                    + "|update\\s+\\S+\\s|delete\\s+from\\s|with\\s+\\w+\\s|copy\\s+\\S+\\s|merge\\s+into\\s|truncate\\s"
                    + "|lock\\s+table\\s|values\\s*\\(|refresh\\s+materialized\\s).*");

    static boolean looksLikeSql(String text) {
        return STATEMENT.matcher(text).matches();
    }

    static List<SqlConstant> all() {
        return House.CLASSES.stream().flatMap(SqlConstant::of).toList();
    }

    /** The module that owns it: {@code scheduling}, {@code desk.patient}. */
    String module() {
        return owner.getPackageName().substring("fr.quartdheure.".length()).replaceAll("^(desk\\.\\w+|\\w+).*", "$1");
    }

    /** As the driver gets it, named parameters replaced by question marks. */
    String positional() {
        return NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null);
    }

    @Override
    public String toString() {
        return owner.getName().substring("fr.quartdheure.".length()) + "." + name;
    }

    private static Stream<SqlConstant> of(JavaClass javaClass) {
        boolean hasText = javaClass.getFields().stream()
                .anyMatch(field -> field.getRawType().isEquivalentTo(String.class));
        if (!hasText) {
            return Stream.empty();
        }
        Class<?> owner = javaClass.reflect();
        return Arrays.stream(owner.getDeclaredFields())
                .filter(SqlConstant::isTextConstant)
                .map(field -> new SqlConstant(owner, field.getName(), value(field)))
                .filter(constant -> looksLikeSql(constant.sql()));
    }

    private static boolean isTextConstant(Field field) {
        int modifiers = field.getModifiers();
        return field.getType() == String.class && Modifier.isStatic(modifiers) && Modifier.isFinal(modifiers);
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
