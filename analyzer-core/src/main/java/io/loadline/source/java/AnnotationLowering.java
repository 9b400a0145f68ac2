package io.loadline.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import io.loadline.code.Annotation;
import java.util.ArrayList;
import java.util.List;

/** Written annotations with their values. */
final class AnnotationLowering {

    private final Lowering lowering;

    AnnotationLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    List<Annotation> annotations(NodeList<AnnotationExpr> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<Annotation> all = new ArrayList<>(written.size());
        for (AnnotationExpr annotation : written) {
            all.add(annotation(annotation));
        }
        return List.copyOf(all);
    }

    Annotation annotation(AnnotationExpr written) {
        return new Annotation(
                lowering.types().dotted(written.getName()),
                members(written),
                lowering.spans().of(written));
    }

    private List<Annotation.Member> members(AnnotationExpr written) {
        if (written instanceof SingleMemberAnnotationExpr single) {
            return List.of(member("value", single.getMemberValue()));
        }
        if (!(written instanceof NormalAnnotationExpr normal)) {
            return List.of();
        }
        List<Annotation.Member> members = new ArrayList<>(normal.getPairs().size());
        for (MemberValuePair pair : normal.getPairs()) {
            members.add(member(pair.getName().getIdentifier(), pair.getValue()));
        }
        return List.copyOf(members);
    }

    private Annotation.Member member(String name, Expression value) {
        return new Annotation.Member(
                lowering.interner().string(name), lowering.expressions().lower(value));
    }
}
