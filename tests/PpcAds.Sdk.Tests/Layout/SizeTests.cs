using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace PpcAds.Sdk.Tests.Layout;

/// <summary>Files, methods and folders that a reader can hold in mind. Generated code and migrations are left out.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;
    private const int LargestFolder = 25;

    /// <summary>Tables of data: each line stands for itself.</summary>
    private static readonly string[] TablesOfData =
    [
        "src/PpcAds.Sdk.Ingestion/IngestionOptionsRules.cs: Check",
        "src/PpcAds.Sdk/AmazonAdsClientOptionsRules.cs: Check",
        "tests/PpcAds.Sdk.Tests/SponsoredBrands/BrandEntityTests.cs: Every_member_of_keywords_and_targets_is_read",
        "tests/PpcAds.Sdk.Tests/SponsoredBrands/BrandFilterTests.cs: Filters_are_sent_in_amazons_shapes",
    ];

    /// <summary>Folders that list one kind of record, such as the entities of an ad product, or one kind of test.</summary>
    private static readonly string[] ListsOfOneKind =
    [
        "src/PpcAds.Sdk.EntityFrameworkCore/Model",
        "src/PpcAds.Sdk/Exports",
        "src/PpcAds.Sdk/SponsoredBrands",
        "src/PpcAds.Sdk/SponsoredProducts",
        "tests/PpcAds.Sdk.Cases.Tests/Kinds",
        "tests/PpcAds.Sdk.Chaos/Interleavings",
        "tests/PpcAds.Sdk.EntityFrameworkCore.Tests/PostgreSql",
        "tests/PpcAds.Sdk.EntityFrameworkCore.Tests/Sqlite",
        "tests/PpcAds.Sdk.Tests/Ingestion",
    ];

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        SourceFiles.All.Where(file => SourceFiles.Lines(file).Length > LongestFile).Should().BeEmpty();

    [Fact]
    public void No_method_is_longer_than_60_lines_but_tables_of_data() =>
        SourceFiles.All.SelectMany(LongMethods).Should().BeEquivalentTo(TablesOfData);

    [Fact]
    public void No_folder_has_more_than_25_files_but_lists_of_one_kind() =>
        SourceFiles.All.CountBy(file => Path.GetDirectoryName(file)!.Replace('\\', '/'))
            .Where(folder => folder.Value > LargestFolder).Select(folder => folder.Key).Should().BeEquivalentTo(ListsOfOneKind);

    [Fact]
    public void The_orchestrator_is_its_public_methods() =>
        SourceFiles.Lines("src/PpcAds.Sdk.Ingestion/IngestionOrchestrator.cs").Length.Should().BeLessThanOrEqualTo(220);

    private static IEnumerable<string> LongMethods(string file) =>
        CSharpSyntaxTree.ParseText(string.Join('\n', SourceFiles.Lines(file))).GetRoot().DescendantNodes()
            .Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax && LinesOf(node) > LongestMethod)
            .Select(node => $"{file}: {NameOf(node)}");

    private static int LinesOf(SyntaxNode node)
    {
        FileLinePositionSpan lines = node.GetLocation().GetLineSpan();
        return lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1;
    }

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => node.Kind().ToString(),
    };
}
