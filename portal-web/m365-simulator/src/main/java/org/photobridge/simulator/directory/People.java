package org.photobridge.simulator.directory;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;

/** Makes every person from seed and index, and finds the index of whoever is asked for; keeps nobody. */
final class People {
    private static final String[][] DEPARTMENTS = {
        {"Sales", "Account Manager", "Sales Engineer", "Regional Director", "Inside Sales"},
        {"Engineering", "Developer", "Test Engineer", "Architect", "Site Reliability Engineer"},
        {"Finance", "Controller", "Bookkeeper", "Analyst", "Treasurer"},
        {"Human Resources", "Recruiter", "People Partner", "Payroll Specialist", "Trainer"},
        {"Marketing", "Editor", "Designer", "Campaign Lead", "Events Coordinator"},
        {"Operations", "Planner", "Logistics Coordinator", "Buyer", "Shift Lead"},
        {"Legal", "Counsel", "Paralegal", "Privacy Officer", "Contract Specialist"},
        {"Helpdesk", "Analyst", "Team Lead", "Field Technician", "Knowledge Editor"},
        {"Research", "Scientist", "Lab Technician", "Statistician", "Research Lead"},
        {"Customer Care", "Agent", "Team Lead", "Quality Coach", "Back Office"},
    };
    private static final PhotoShape[] WITHOUT = {
        PhotoShape.NONE, PhotoShape.NONE, PhotoShape.NONE_ENTITY, PhotoShape.NONE_ITEM, PhotoShape.NONE_OLD_CODE
    };

    private final long seed;
    private final String domain;
    private final Fixtures fixtures = new Fixtures();
    private final NameList names = new NameList();

    People(long seed, String domain) {
        this.seed = seed;
        this.domain = domain;
    }

    Person person(int index) {
        return index < fixtures.size() ? fixtures.person(index, objectId(index), domain) : generated(index);
    }

    /** The index hides in the id's last four bytes, so that no table of ids is needed. */
    String objectId(int index) {
        long high = Mix.of(seed, index, "object id") & ~0xF000L | 0x4000L;
        long masked = Integer.toUnsignedLong(index ^ mask());
        long low = (Mix.of(seed, index, "object id, low") & 0x3FFFFFFF_00000000L) | Long.MIN_VALUE | masked;
        return new UUID(high, low).toString();
    }

    OptionalInt indexOfObjectId(String objectId) {
        try {
            int index = (int) UUID.fromString(objectId).getLeastSignificantBits() ^ mask();
            boolean genuine = index >= 0 && objectId(index).equalsIgnoreCase(objectId);
            return genuine ? OptionalInt.of(index) : OptionalInt.empty();
        } catch (IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }

    OptionalInt indexOfUserPrincipalName(String upn) {
        String lower = upn.toLowerCase(Locale.ROOT);
        if (!lower.endsWith("@" + domain)) {
            return OptionalInt.empty();
        }
        String alias = lower.substring(0, lower.length() - domain.length() - 1);
        OptionalInt fixture = fixtures.indexOf(alias);
        if (fixture.isPresent()) {
            return fixture;
        }
        OptionalInt number = names.numberOf(alias);
        return number.isPresent() ? OptionalInt.of(number.getAsInt() + fixtures.size()) : number;
    }

    private int mask() {
        return (int) Mix.of(seed, 0, "index mask");
    }

    private Person generated(int index) {
        NameList.Entry entry = names.entry(index - fixtures.size());
        String upn = entry.alias() + "@" + domain;
        Standing standing = standing(index, entry.culture().language());
        PhotoShape photo = photo(index, standing);
        return new Person(
                index,
                objectId(index),
                upn,
                standing.mailbox() == MailboxKind.NONE ? "" : upn,
                new PersonName(entry.given(), entry.family(), entry.given() + " " + entry.family()),
                work(index, entry.culture()),
                standing,
                photo,
                sharePoint(index, photo));
    }

    private Work work(int index, NameList.Culture culture) {
        String[] department = DEPARTMENTS[Mix.below(DEPARTMENTS.length, seed, index, "department")];
        String title = department[1 + Mix.below(department.length - 1, seed, index, "title")];
        return new Work(department[0], title, culture.office(), culture.country(), "E" + (10_000 + index));
    }

    private Standing standing(int index, String language) {
        int draw = Mix.below(1000, seed, index, "standing");
        MailboxKind mailbox = draw >= 980 ? MailboxKind.NONE : MailboxKind.CLOUD;
        return new Standing(draw >= 20, "Member", mailbox, language);
    }

    private PhotoShape photo(int index, Standing standing) {
        if (standing.mailbox() == MailboxKind.NONE) {
            return PhotoShape.NO_MAILBOX;
        }
        int draw = Mix.below(1000, seed, index, "photo");
        if (draw < 50) {
            return WITHOUT[draw % WITHOUT.length];
        }
        return draw < 70 ? PhotoShape.ENTRA_ODD : PhotoShape.EXCHANGE;
    }

    private SharePointStart sharePoint(int index, PhotoShape photo) {
        int draw = Mix.below(100, seed, index, "sharepoint");
        if (!photo.isThere()) {
            return draw == 0 ? SharePointStart.NO_PROFILE : SharePointStart.NO_PHOTO;
        }
        return started(draw);
    }

    private static SharePointStart started(int draw) {
        if (draw < 32) {
            return SharePointStart.STALE;
        }
        if (draw < 40) {
            return SharePointStart.STALE_ACCOUNT_FORM;
        }
        if (draw < 58) {
            return SharePointStart.NO_PHOTO;
        }
        if (draw < 60) {
            return SharePointStart.PLACEHOLDER_WITH_URL;
        }
        return draw < 88 ? SharePointStart.IN_SYNC_PULLED : SharePointStart.IN_SYNC_ACCOUNT_FORM;
    }
}
