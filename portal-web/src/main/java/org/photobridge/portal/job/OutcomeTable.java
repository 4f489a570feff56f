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
    private final OutcomeFilter filter;

    OutcomeTable(RunService runs, long runId, OutcomeFilter filter) {
        this.runs = runs;
        this.runId = runId;
        this.filter = filter;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(runs.countOutcomes(runId, filter));
    }

    @Override
    public List<OutcomeRow> load(int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        return runs.outcomes(runId, filter, first, size);
    }

    @Override
    public String getRowKey(OutcomeRow row) {
        return row.accountId();
    }
}
