namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>A day of figures of one dataset of one profile of one account.</summary>
internal readonly record struct SoakDay(SoakAccount Account, long ProfileId, string Dataset, DateOnly Date)
{
    public override string ToString() => $"{Dataset} of '{Account.Name}', profile {ProfileId}, {Date:yyyy-MM-dd}";
}
