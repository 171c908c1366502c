package fr.quartdheure.guard;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The message keys that code and templates ask for by name. A key that ends in an asterisk is a beginning. */
final class UsedKeys {

    /** @param key as written, or {@code start*} where its end is computed */
    record Use(String place, String key) {}

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"(\\s*\\+)?");

    private UsedKeys() {}

    static List<Use> inTemplates() {
        var uses = new ArrayList<Use>();
        for (Path template : House.templates()) {
            String text = House.read(template);
            for (int at = text.indexOf(".say("); at >= 0; at = text.indexOf(".say(", at + 1)) {
                String argument = firstArgument(text, at + ".say(".length());
                LITERAL.matcher(argument)
                        .results()
                        .filter(found -> found.group(1).matches("[a-z][\\w-]*\\..*"))
                        .map(found -> found.group(1) + (found.group(2) == null ? "" : "*"))
                        .forEach(key -> uses.add(new Use(House.name(template), key)));
            }
        }
        return uses;
    }

    static List<Use> inCode() {
        var uses = new ArrayList<Use>();
        for (var unit : Sources.main().units()) {
            unit.accept(new Calls(unit, uses), null);
        }
        return uses;
    }

    private static String firstArgument(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if ((c == ')' && depth-- == 0) || (c == ',' && depth == 0)) {
                return text.substring(start, i);
            }
        }
        return text.substring(start);
    }

    private static final class Calls extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final List<Use> uses;

        private Calls(CompilationUnitTree unit, List<Use> uses) {
            this.unit = unit;
            this.uses = uses;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            String called = call.getMethodSelect().toString();
            var arguments = call.getArguments();
            if (called.endsWith(".say") || called.equals("say") || called.endsWith(".getMessage")) {
                arguments.stream().findFirst().ifPresent(argument -> take(argument, "", ""));
            } else if (called.equals("Problem.of") && arguments.size() > 1) {
                take(arguments.get(1), "", ".title");
                take(arguments.get(1), "", ".text");
            } else if (called.endsWith("problems.of") && arguments.size() > 1) {
                take(arguments.get(1), "api.problem.", "");
            } else if (called.endsWith("problems.write") && arguments.size() > 2) {
                take(arguments.get(2), "api.problem.", "");
            }
            return super.visitMethodInvocation(call, null);
        }

        private void take(ExpressionTree argument, String before, String after) {
            switch (argument) {
                case LiteralTree literal -> use(literal, before, after);
                case ConditionalExpressionTree choice -> {
                    take(choice.getTrueExpression(), before, after);
                    take(choice.getFalseExpression(), before, after);
                }
                case ParenthesizedTree inner -> take(inner.getExpression(), before, after);
                case BinaryTree sum -> take(leftmost(sum), before, "*");
                default -> {}
            }
        }

        private void use(LiteralTree literal, String before, String after) {
            if (literal.getValue() instanceof String key) {
                uses.add(new Use(Sources.main().place(unit, literal), before + key + after));
            }
        }

        private static ExpressionTree leftmost(ExpressionTree tree) {
            return tree instanceof BinaryTree sum ? leftmost(sum.getLeftOperand()) : tree;
        }
    }
}
