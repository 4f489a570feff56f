package org.photobridge.portal.account;

import java.util.List;
import java.util.Map;
import org.photobridge.portal.plan.Plan;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Gives the table of people one page at a time. */
final class PeopleTable extends LazyDataModel<PersonRow> {

    private static final long serialVersionUID = 1L;

    /** Where the rows come from. */
    interface Source {
        PeopleService people();

        Plan thePlan();

        PeopleFilter filter();
    }

    private final transient Source source;

    PeopleTable(Source source) {
        this.source = source;
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return (int) source.people().count(source.thePlan(), source.filter());
    }

    @Override
    public List<PersonRow> load(
            int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        return source.people().find(source.thePlan(), source.filter(), first, pageSize);
    }

    @Override
    public String getRowKey(PersonRow row) {
        return row.accountId();
    }

    @Override
    public PersonRow getRowData(String rowKey) {
        return source.people().row(source.thePlan(), rowKey).orElse(null);
    }
}
