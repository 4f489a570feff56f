package org.photobridge.portal.trail;

import java.util.List;
import java.util.Map;
import org.photobridge.portal.audit.AuditFilter;
import org.photobridge.portal.audit.AuditRow;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The entries that a filter shows, page by page. */
public class TrailTable extends LazyDataModel<AuditRow> {
    private static final long serialVersionUID = 1L;

    private final transient TrailService trail;
    private final transient AuditFilter filter;

    TrailTable(TrailService trail, AuditFilter filter) {
        this.trail = trail;
        this.filter = filter;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(trail.count(filter));
    }

    @Override
    public List<AuditRow> load(int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        return trail.find(filter, first, size);
    }

    @Override
    public String getRowKey(AuditRow row) {
        return Long.toString(row.number());
    }

    @Override
    public AuditRow getRowData(String key) {
        return trail.find(Long.parseLong(key)).orElse(null);
    }
}
