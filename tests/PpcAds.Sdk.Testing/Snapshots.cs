using Snapshooter;
using Snapshooter.Xunit;

namespace PpcAds.Sdk.Testing;

/// <summary>
/// The only place that knows the snapshot library: Snapshooter now; Verify could take its place here. A snapshot lies in
/// <c>__snapshots__</c> beside its test, and a difference fails the test.
/// </summary>
public static class Snapshots
{
    /// <summary>Compares a text with the snapshot of that name.</summary>
    public static void Match(string actual, string name) => Snapshot.Match(actual, new SnapshotNameExtension(name));
}
