namespace PpcAds.Sdk.Profiles;

/// <summary>The least right that a listed profile must give.</summary>
public enum ProfileAccess
{
    /// <summary>Reading: profiles that were shared for viewing are listed too.</summary>
    View,

    /// <summary>Changing: Amazon's own default, which hides profiles that were shared for viewing only.</summary>
    Edit,
}
