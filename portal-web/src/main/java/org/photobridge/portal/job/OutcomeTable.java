package org.photobridge.portal.job;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** What a run did for each person, page by page. */
public class OutcomeTable extends LazyDataModel<OutcomeRow> {
    private static final long serialVersionUID = 1L;

    private final RunService runs;
    private final long runId;
    private final String outcome;
    private final String text;

    OutcomeTable(RunService runs, long runId, String outcome, String text) {
        this.runs = runs;
        this.runId = runId;
        this.outcome = outcome;
        this.text = text;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(runs.countOutcomes(runId, outcome, text));
    }

    @Override
    public List<OutcomeRow> load(int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        return runs.outcomes(runId, outcome, text, first, size);
    }

    @Override
    public String getRowKey(OutcomeRow row) {
        return row.accountId();
    }
}
