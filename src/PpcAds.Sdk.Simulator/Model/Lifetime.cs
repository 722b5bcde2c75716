namespace PpcAds.Sdk.Simulator.Model;

/// <summary>
/// When an entity runs: its state is a function of the day, so that campaigns are paused as the clock moves on.
/// </summary>
internal readonly record struct Lifetime(DateOnly Start, DateOnly? StoppedOn, string StoppedState)
{
    public string StateOn(DateOnly day) => day >= StoppedOn ? StoppedState : "ENABLED";

    public bool RunsOn(DateOnly day) => day >= Start && !(day >= StoppedOn);

    /// <summary>The last day on which the entity changed, as seen from a day.</summary>
    public DateOnly LastChange(DateOnly day) => StoppedOn is { } stopped && day >= stopped ? stopped : Start;
}
