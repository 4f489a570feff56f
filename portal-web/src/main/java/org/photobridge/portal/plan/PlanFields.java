package org.photobridge.portal.plan;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.photobridge.portal.engine.NotOurs;
import org.photobridge.portal.engine.OnRemoval;
import org.photobridge.spi.EligibilityFact;

/** The fields of a plan's form by the names that the page uses, and what there is to choose from. */
public class PlanFields implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PlanForm form;

    PlanFields(PlanForm form) {
        this.form = form;
    }

    public String getName() {
        return form.name;
    }

    public void setName(String value) {
        form.name = value == null ? "" : value;
    }

    public Long getSource() {
        return form.source;
    }

    public void setSource(Long value) {
        form.source = value;
    }

    public Long getTarget() {
        return form.target;
    }

    public void setTarget(Long value) {
        form.target = value;
    }

    public boolean isOnlyGroups() {
        return form.onlyGroups;
    }

    public void setOnlyGroups(boolean value) {
        form.onlyGroups = value;
    }

    public boolean isEnabled() {
        return form.enabled;
    }

    public void setEnabled(boolean value) {
        form.enabled = value;
    }

    /** Shown only: ending the trial is an action of its own. */
    public boolean isTrial() {
        return form.trial;
    }

    public NotOurs getNotOurs() {
        return form.notOurs;
    }

    public void setNotOurs(NotOurs value) {
        form.notOurs = value;
    }

    public OnRemoval getOnRemoval() {
        return form.onRemoval;
    }

    public void setOnRemoval(OnRemoval value) {
        form.onRemoval = value;
    }

    public boolean isKeepBetter() {
        return form.keepBetter;
    }

    public void setKeepBetter(boolean value) {
        form.keepBetter = value;
    }

    public Integer getLookAgainDays() {
        return form.lookAgainDays;
    }

    public void setLookAgainDays(Integer value) {
        form.lookAgainDays = value;
    }

    public Integer getGuardPercent() {
        return form.guardPercent;
    }

    public void setGuardPercent(Integer value) {
        form.guardPercent = value;
    }

    public Long getFewestPeople() {
        return form.fewestPeople;
    }

    public void setFewestPeople(Long value) {
        form.fewestPeople = value;
    }

    public boolean isScheduled() {
        return form.scheduled;
    }

    public void setScheduled(boolean value) {
        form.scheduled = value;
    }

    public String getTime() {
        return form.time;
    }

    public void setTime(String value) {
        form.time = value;
    }

    public String getZone() {
        return form.zone;
    }

    public void setZone(String value) {
        form.zone = value;
    }

    /** Arrays, since that's how check boxes keep the type of their values. */
    public DayOfWeek[] getDays() {
        return form.days.toArray(DayOfWeek[]::new);
    }

    public void setDays(DayOfWeek[] days) {
        form.days = new ArrayList<>(Arrays.asList(days));
    }

    public EligibilityFact[] getFacts() {
        return form.facts.toArray(EligibilityFact[]::new);
    }

    public void setFacts(EligibilityFact[] facts) {
        form.facts = new ArrayList<>(Arrays.asList(facts));
    }

    public DayOfWeek[] getAllDays() {
        return DayOfWeek.values();
    }

    /** Those that can be left out: that facts are unknown never leaves anybody out. */
    public List<EligibilityFact> getAllFacts() {
        return Arrays.stream(EligibilityFact.values())
                .filter(fact -> fact != EligibilityFact.FACTS_UNAVAILABLE)
                .toList();
    }

    public NotOurs[] getAllNotOurs() {
        return NotOurs.values();
    }

    public OnRemoval[] getAllOnRemoval() {
        return OnRemoval.values();
    }

    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") || zone.equals("UTC"))
                .filter(zone -> !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
