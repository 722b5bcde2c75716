using PpcAds.Sdk.Conformance.Specs;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

/// <summary>Amazon's files for tests, which are skipped without them.</summary>
internal static class AmazonSpecs
{
    private static readonly Lazy<OperationCatalogue> Loaded = new(() => OperationCatalogue.Load(SpecFolder.Current));

    /// <summary>Every operation of the files, read once.</summary>
    /// <exception cref="SkipException">The files are not here.</exception>
    public static OperationCatalogue Catalogue
    {
        get
        {
            SkipIfAbsent();
            return Loaded.Value;
        }
    }

    public static void SkipIfAbsent() => Skip.If(SpecFolder.Current.AbsentReason is not null, SpecFolder.Current.AbsentReason);
}
