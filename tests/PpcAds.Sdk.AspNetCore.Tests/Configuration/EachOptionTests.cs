using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.InMemory;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.AspNetCore.Tests.Configuration;

/// <summary>
/// Each option can be set in a configuration file. A further option without a value in <see cref="OptionCases"/> fails here.
/// </summary>
public sealed class EachOptionTests
{
    /// <summary>Options classes that no configuration section is bound to: they are arguments of a call.</summary>
    private static readonly Type[] Arguments =
        [typeof(ReportReaderOptions), typeof(PpcAdsStorageOptions), typeof(PpcAdsGuardOptions)];

    private static readonly string[] All =
    [
        .. ConfiguredHost.Sections.SelectMany(section => OptionTree.Paths(section.Value).Select(path => $"{section.Key}:{path}")),
    ];

    public static TheoryData<string> Options => [.. All];

    [Theory]
    [MemberData(nameof(Options))]
    public async Task An_option_in_a_configuration_file_is_the_one_that_changes(string option)
    {
        OptionCases.All.Should().ContainKey(option, "each option needs a value in OptionCases");
        (string json, object expected) = OptionCases.All[option];
        (string section, string path) = (option.Split(':')[0], option.Split(':')[1]);

        Dictionary<string, object?> before = Values(await ConfiguredHost.StartAsync());
        Dictionary<string, object?> after = Values(await ConfiguredHost.StartAsync(Nest($"{section}.{path}", json)));

        after[option].Should().BeEquivalentTo(expected, equal => equal.WithStrictOrdering());
        before[option].Should().NotBeEquivalentTo(expected, "the value must not be the default");
        before.Remove(option);
        after.Remove(option);
        after.Should().BeEquivalentTo(before);
    }

    [Fact]
    public void Every_value_belongs_to_an_option() => OptionCases.All.Keys.Should().BeSubsetOf(All);

    [Fact]
    public void Every_options_class_of_the_packages_is_bound_here()
    {
        IEnumerable<Type> bound = ConfiguredHost.Sections.Values.SelectMany(OptionTree.Classes).Concat(Arguments);
        Type[] shipped =
            [typeof(PpcAdsOptions), typeof(PpcAdsEndpointOptions), typeof(PpcAdsStorageOptions), typeof(InMemoryStorage)];

        IEnumerable<Type> options = shipped.SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal));

        options.Should().BeSubsetOf(bound).And.HaveCountGreaterThan(5);
    }

    private static Dictionary<string, object?> Values(IReadOnlyDictionary<string, object> sections) => sections
        .SelectMany(section => OptionTree.Values(section.Value).Select(option => ($"{section.Key}:{option.Key}", option.Value)))
        .ToDictionary(option => option.Item1, option => option.Value, StringComparer.Ordinal);

    private static string Nest(string path, string json) =>
        path.Split('.').Reverse().Aggregate(json, (inner, name) => $$"""{ "{{name}}": {{inner}} }""");
}
