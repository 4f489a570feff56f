package org.photobridge.portal.job;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The runs that a filter shows, page by page. */
public class RunTable extends LazyDataModel<RunRow> {
    private static final long serialVersionUID = 1L;

    private final RunService runs;
    private final transient RunFilter filter;

    RunTable(RunService runs, RunFilter filter) {
        this.runs = runs;
        this.filter = filter;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(runs.count(filter));
    }

    @Override
    public List<RunRow> load(int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        return runs.find(filter, first, size);
    }

    @Override
    public String getRowKey(RunRow row) {
        return Long.toString(row.id());
    }

    /** Keys are ids; nothing here needs a row of its own again. */
    @Override
    public RunRow getRowData(String key) {
        return runs.find(Long.parseLong(key)).orElse(null);
    }
}
