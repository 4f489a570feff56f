package org.photobridge.portal.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.photobridge.portal.engine.Rules;

/** A sync plan as it is stored. */
@Entity
@Table(name = "sync_plan")
public class SyncPlan {
    @Id
    @SequenceGenerator(name = "sync_plan_seq", sequenceName = "sync_plan_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sync_plan_seq")
    private Long id;

    @Version
    private long version;

    private String name;

    @Column(name = "source_connection_id")
    private long sourceConnection;

    @Column(name = "target_connection_id")
    private long targetConnection;

    private boolean enabled;
    private boolean trial;

    @Embedded
    private RulesColumns rules;

    @Embedded
    private ScheduleColumns schedule;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_group", joinColumns = @JoinColumn(name = "plan_id"))
    @MapKeyColumn(name = "group_id")
    @Column(name = "group_name")
    private Map<String, String> groups = new HashMap<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_filter", joinColumns = @JoinColumn(name = "plan_id"))
    private Set<FilterRow> filter = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_excluded", joinColumns = @JoinColumn(name = "plan_id"))
    @MapKeyColumn(name = "account_id")
    @Column(name = "account_name")
    private Map<String, String> excluded = new HashMap<>();

    /** For JPA, and for one that is being made. */
    protected SyncPlan() {}

    /** One that is being made, on trial. */
    static SyncPlan empty() {
        SyncPlan plan = new SyncPlan();
        plan.trial = true;
        return plan;
    }

    void fill(PlanInput input, Instant now) {
        name = input.name().strip();
        sourceConnection = input.sourceConnection().orElseThrow();
        targetConnection = input.targetConnection().orElseThrow();
        enabled = input.enabled();
        rules = new RulesColumns(input.rules());
        schedule = new ScheduleColumns(input.schedule());
        fill(input.who());
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    private void fill(Who who) {
        groups = new HashMap<>(who.groups());
        excluded = new HashMap<>(who.excluded());
        filter = new HashSet<>();
        who.onlyWith()
                .forEach((attribute, values) -> values.forEach(value -> filter.add(new FilterRow(attribute, value))));
    }

    void enable(boolean on, Instant now) {
        enabled = on;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    void trial(boolean on, Instant now) {
        trial = on;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    Plan plan() {
        Who who = new Who(new TreeMap<>(groups), onlyWith(), new TreeMap<>(excluded));
        Rules whole = rules.rules()
                .onlyWith(who.onlyWith())
                .excludingAccounts(who.excluded().keySet());
        return new Plan(
                id, version, name, sourceConnection, targetConnection, enabled, trial, who, whole, schedule.schedule());
    }

    private Map<String, Set<String>> onlyWith() {
        Map<String, Set<String>> wanted = new TreeMap<>();
        filter.forEach(row ->
                wanted.computeIfAbsent(row.attribute(), any -> new HashSet<>()).add(row.wantedValue()));
        return wanted;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    long version() {
        return version;
    }
}
