package org.photobridge.simulator.sharepoint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names of a profile's properties, in the order in which SharePoint lists them (observed; tenants differ). */
final class ProfileProperties {
    static final String PICTURE_URL = "PictureURL";
    static final String PLACEHOLDER_STATE = "SPS-PicturePlaceholderState";
    static final String TIMESTAMP = "SPS-PictureTimestamp";
    static final String EXCHANGE_SYNC_STATE = "SPS-PictureExchangeSyncState";
    static final String OBJECT_ID = "msOnline-ObjectId";

    static final List<String> ALL = List.of(
            ("UserProfile_GUID SID ADGuid AccountName FirstName SPS-PhoneticFirstName LastName SPS-PhoneticLastName"
                            + " PreferredName SPS-PhoneticDisplayName WorkPhone Department Title SPS-JobTitle"
                            + " SPS-Department Manager AboutMe PersonalSpace PictureURL UserName QuickLinks WebSite"
                            + " PublicSiteRedirect SPS-Dotted-line SPS-Peers SPS-Responsibility SPS-SipAddress"
                            + " SPS-MySiteUpgrade SPS-ProxyAddresses SPS-HireDate SPS-DisplayOrder SPS-ClaimID"
                            + " SPS-ClaimProviderID SPS-ClaimProviderType SPS-LastColleagueAdded SPS-OWAUrl"
                            + " SPS-ResourceSID SPS-ResourceAccountName SPS-MasterAccountName"
                            + " SPS-UserPrincipalName SPS-O15FirstRunExperience"
                            + " SPS-PersonalSiteInstantiationState SPS-DistinguishedName SPS-SourceObjectDN"
                            + " SPS-LastKeywordAdded SPS-FeedIdentifier SPS-PersonalSiteCapabilities"
                            + " SPS-SavedAccountName SPS-SavedSID SPS-ObjectExists"
                            + " SPS-PersonalSiteFirstCreationTime SPS-PersonalSiteLastCreationTime"
                            + " SPS-PersonalSiteNumberOfRetries SPS-PersonalSiteFirstCreationError WorkEmail CellPhone"
                            + " Fax HomePhone Office SPS-Location Assistant SPS-PastProjects SPS-Skills SPS-School"
                            + " SPS-Birthday SPS-StatusNotes SPS-Interests SPS-HashTags SPS-PictureTimestamp"
                            + " SPS-EmailOptin SPS-PicturePlaceholderState SPS-PrivacyPeople SPS-PrivacyActivity"
                            + " SPS-PictureExchangeSyncState SPS-MUILanguages SPS-ContentLanguages SPS-TimeZone"
                            + " SPS-RegionalSettings-FollowWeb SPS-Locale SPS-CalendarType SPS-AltCalendarType"
                            + " SPS-AdjustHijriDays SPS-ShowWeeks SPS-WorkDays SPS-WorkDayStartHour"
                            + " SPS-WorkDayEndHour SPS-Time24 SPS-FirstDayOfWeek SPS-FirstWeekOfYear"
                            + " SPS-RegionalSettings-Initialized OfficeGraphEnabled SPS-UserType"
                            + " SPS-HideFromAddressLists SPS-RecipientTypeDetails DelveFlags PulseMRUPeople"
                            + " msOnline-ObjectId SPS-PointPublishingUrl SPS-TenantInstanceId"
                            + " SPS-SharePointHomeExperienceState SPS-MultiGeoFlags PreferredDataLocation")
                    .split(" "));

    /** What an Education tenant's stub has (documented that it's a stub; which properties is invented). */
    static final Set<String> OF_STUB = Set.of(
            "UserProfile_GUID", "SID", "AccountName", "PreferredName", "UserName", "SPS-UserPrincipalName", OBJECT_ID);

    /** Invented: what identifies a profile can't be set, not even on -admin. */
    private static final Set<String> LOCKED = Set.of(
            "UserProfile_GUID", "SID", "ADGuid", "AccountName", "SPS-ClaimID", "SPS-DistinguishedName", OBJECT_ID);

    private ProfileProperties() {}

    /** The property's own spelling; names are compared without case when they are set (observed). */
    static Optional<String> canonical(String name) {
        return ALL.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    static boolean isLocked(String property) {
        return LOCKED.contains(property);
    }
}
