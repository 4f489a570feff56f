package org.photobridge.portal.provider;

/** Carries a {@link ModuleProblem} to where it becomes a row with a reason. */
final class BrokenModuleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ModuleProblem problem;

    BrokenModuleException(ModuleProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    BrokenModuleException(ModuleProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    ModuleProblem problem() {
        return problem;
    }
}
